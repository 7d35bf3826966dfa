package health.visavis.proof.without;

import java.nio.file.Path;
import org.springframework.aop.framework.Advised;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Named to the measured application as a source of its beans (`spring.main.sources`).
@Configuration(proxyBeanMethods = false)
public class WithoutParts {

    /// One for the process: the sign-in provider of the one-machine edition has a context of its own.
    private static final Switch LEFT_OUT = Switch.of(Path.of(System.getProperty(Switch.SETTING)));

    @Bean
    static BeanPostProcessor standsAroundEachPart() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return Part.of(AopUtils.getTargetClass(bean))
                        .map(part -> around(bean, part))
                        .orElse(bean);
            }
        };
    }

    private static Object around(Object bean, Part part) {
        var instead = LeavingOut.of(part, LEFT_OUT);
        if (bean instanceof Advised proxied) {
            proxied.addAdvice(0, instead);
            return bean;
        }
        var factory = new ProxyFactory(bean);
        factory.setProxyTargetClass(true);
        factory.addAdvice(instead);
        return factory.getProxy();
    }
}
