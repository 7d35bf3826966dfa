package health.visavis.web.layout;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// At an `Actor` of a controller's method: the person themselves, also while they act for a patient. For one's own
/// account and for the choice for whom one acts.
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
public @interface InPerson {}
