package health.visavis;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextConfiguration;

/// A module test: the whole platform, once per JVM, on [TestDatabase].
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@SpringBootTest(
        classes = PlatformTestApplication.class,
        properties = {
            "visavis.visit.engines=rehearsal,direct,audio,telephone",
            "visavis.alarm.every=0",
            "visavis.alarm.verify-every=0"
        })
@ContextConfiguration(initializers = TestDatabase.Initializer.class)
public @interface PlatformTest {}
