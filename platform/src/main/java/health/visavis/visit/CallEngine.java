package health.visavis.visit;

/// A line that visits can be held on. The visit decides who may sit down and keeps what is to be remembered; the
/// engine only opens lines and hands out what a person's browser needs to connect.
///
/// ```
/// open ──▶ Line ──enrol──▶ Guest ──credentialFor──▶ CallCredential (as often as one runs out) ──remove──▶ close
/// ```
///
/// Whatever else an engine can do (recording, dialling out) is another port beside this one. Engines are called
/// outside of any transaction and never twice at once for one seat. Each method answers or throws
/// [EngineUnavailable] within a few seconds, its own retries included: two people are waiting, and there is a
/// next engine. Credentials are handed out and never kept or logged.
public interface CallEngine {

    EngineName name();

    /// Opens the line, or finds it open: the same plan is the same line.
    Line open(LinePlan plan);

    /// Lets a person onto the line who was admitted to the visit. Asked once per person until they are removed;
    /// what an attempt that failed has left behind, the engine clears away itself.
    Guest enrol(Line line, SeatHolder holder);

    /// Only for somebody who holds a seat at this moment.
    CallCredential credentialFor(Line line, Guest guest);

    /// Takes the person off the line: what they were handed no longer works, as far as the engine can see to it.
    /// Who is not there is removed already.
    void remove(Line line, Guest guest);

    /// Ends the line for everybody. A line that is not there is closed already.
    void close(Line line);
}
