package health.visavis.visit;

/// A line that visits can be held on. The visit decides who may sit down; the engine only hands out what the
/// person's browser needs to connect.
///
/// Each ability is an interface of its own, so that no engine has to refuse a method: whatever else an engine
/// can do (rooms to open and close, people to remove, recording, dialling out) is another port beside this one.
public interface CallEngine {

    /// As it is recorded with the call.
    String name();

    /// Called only for an admitted person, or the doctor of a visit that has started.
    CallCredential credentialFor(SeatHolder holder);
}
