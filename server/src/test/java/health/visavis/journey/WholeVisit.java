package health.visavis.journey;

import static org.assertj.core.api.Assertions.assertThat;

/// From an empty agenda to the end, as two people live it, whatever carries the call.
final class WholeVisit {

    private WholeVisit() {}

    static void of(Person patient, Person doctor) {
        var appointment = Appointment.requestedBy(patient, Clinic.DOCTOR);
        Appointment.confirmedBy(doctor, appointment);
        var visit = new Visit(appointment);
        visit.isAwaitedBy(patient);
        seesThemselves(patient);
        assertThat(new Call(patient).facts().connections())
                .as("connections of a patient who was not admitted")
                .isZero();
        visit.isBegunBy(doctor);

        var seenByPatient = new Call(patient).afterFrames(30);
        var seenByDoctor = new Call(doctor).afterFrames(30);
        assertThat(seenByPatient.dtls()).isEqualTo("connected");
        assertThat(seenByDoctor.dtls()).isEqualTo("connected");
        assertThat(seenByPatient.srtp()).isNotBlank();
        assertThat(seenByDoctor.srtp()).isNotBlank();
        patient.findsThePageSound();
        doctor.findsThePageSound();

        var patientsChat = new Chat(patient);
        var doctorsChat = new Chat(doctor);
        onAnOldPhone(patient);
        patientsChat.opens();
        doctorsChat.opens();
        patientsChat.writes("Can you hear me well?");
        doctorsChat.reads("Can you hear me well?");
        doctorsChat.writes("Very well.");
        patientsChat.reads("Very well.");
        patientsChat.sendsAPhoto("left arm.jpg", "This is what I mean.");
        doctorsChat.sees("left arm.jpg");
        doctorsChat.sendsAPhoto("exercise.jpg", "Do this every morning.");
        patientsChat.sees("exercise.jpg");

        visit.isEndedBy(doctor);
        patient.page().getByText("The visit is over").first().waitFor();
    }

    private static void onAnOldPhone(Person person) {
        person.page().setViewportSize(320, 640);
    }

    /// As in a mirror, while they wait.
    private static void seesThemselves(Person person) {
        person.page().locator("[data-ref=self]").waitFor();
    }
}
