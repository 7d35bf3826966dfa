package health.visavis.access;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Something somebody does with the platform. Public methods take an [Actor] first and ask [Access#require]
/// before anything else; each is one transaction, and a refusal is recorded after that transaction has rolled
/// back.
@Documented
@Component
@Transactional
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface UseCase {}
