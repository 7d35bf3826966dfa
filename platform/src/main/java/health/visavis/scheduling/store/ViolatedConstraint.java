package health.visavis.scheduling.store;

import org.postgresql.util.PSQLException;
import org.springframework.dao.DataIntegrityViolationException;

/// Which rule of the database was broken. Only the two that keep people from being booked twice are answers;
/// any other is a failure.
enum ViolatedConstraint {
    CLINICIAN_NOT_DOUBLE_BOOKED,
    PATIENT_NOT_DOUBLE_BOOKED,
    ANOTHER;

    private static final String EXCLUSION_VIOLATION = "23P01";

    static ViolatedConstraint of(DataIntegrityViolationException violation) {
        if (violation.getRootCause() instanceof PSQLException cause
                && EXCLUSION_VIOLATION.equals(cause.getSQLState())
                && cause.getServerErrorMessage() != null) {
            var constraint = cause.getServerErrorMessage().getConstraint();
            if ("clinician_not_double_booked".equals(constraint)) {
                return CLINICIAN_NOT_DOUBLE_BOOKED;
            }
            if ("patient_not_double_booked".equals(constraint)) {
                return PATIENT_NOT_DOUBLE_BOOKED;
            }
        }
        return ANOTHER;
    }
}
