package health.visavis.proof;

import health.visavis.proof.http.WebSession;
import java.util.regex.Pattern;

/// A visit that a patient has booked and the doctor has confirmed, through the pages that people use.
public final class ConfirmedVisit {

    private static final Pattern APPOINTMENT = Pattern.compile("/appointments/([0-9a-f-]{36})");
    private static final Pattern FREE_TIME = Pattern.compile("name=\"start\" value=\"([^\"]+)\"");

    private ConfirmedVisit() {}

    /// @return its id
    public static String of(WebSession patient, WebSession doctor) {
        var clinicians = Pattern.compile("/appointments/new\\?clinician=([0-9a-f-]{36})")
                .matcher(patient.get("/appointments/new").text());
        if (!clinicians.find()) {
            throw new IllegalStateException("Nobody can be booked");
        }
        var times = patient.get(clinicians.group());
        var free = FREE_TIME.matcher(times.text());
        if (!free.find()) {
            throw new IllegalStateException("No time is free");
        }
        var form = patient.get(clinicians.group() + "&start=" + free.group(1))
                .formWith("reason")
                .with("reason", "A cough");
        var booked = APPOINTMENT.matcher(patient.submit(form).uri().getPath());
        if (!booked.find()) {
            throw new IllegalStateException("The time could not be booked");
        }
        doctor.submit(
                doctor.get(booked.group()).form(each -> each.action().getPath().endsWith("/confirmation")));
        return booked.group(1);
    }
}
