package health.visavis.azure.settings;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

/// Only where a setting says something. An empty one is none: the templates write every name, and leave empty what a
/// deployment does not have. (`ConditionalOnProperty` takes an empty value for one.)
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Conditional(ConditionalOnGiven.Given.class)
public @interface ConditionalOnGiven {

    /// Name of the setting, such as `visavis.azure.acs.second-endpoint`.
    String value();

    /// Whether it is.
    final class Given implements Condition {

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata annotated) {
            var name = annotated.getAnnotations().get(ConditionalOnGiven.class).getString("value");
            return StringUtils.hasText(context.getEnvironment().getProperty(name));
        }
    }
}
