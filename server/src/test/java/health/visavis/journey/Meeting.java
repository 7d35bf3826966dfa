package health.visavis.journey;

/// A patient and a doctor who have come as far as seeing and hearing each other.
record Meeting(Person patient, Person doctor, Visit visit) {

    private static final int A_SECOND_OF_FRAMES = 20;

    static Meeting of(Person patient, Person doctor) {
        var appointment = Appointment.requestedBy(patient, Clinic.DOCTOR);
        Appointment.confirmedBy(doctor, appointment);
        var visit = new Visit(appointment);
        visit.isAwaitedBy(patient);
        visit.isBegunBy(doctor);
        var meeting = new Meeting(patient, doctor, visit);
        meeting.bothSeeEachOther();
        return meeting;
    }

    void bothSeeEachOther() {
        new Call(patient).afterFrames(A_SECOND_OF_FRAMES);
        new Call(doctor).afterFrames(A_SECOND_OF_FRAMES);
    }
}
