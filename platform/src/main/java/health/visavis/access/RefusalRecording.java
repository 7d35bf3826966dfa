package health.visavis.access;

import org.aopalliance.intercept.MethodInterceptor;
import org.springframework.aop.Advisor;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.annotation.AnnotationMatchingPointcut;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;
import org.springframework.core.Ordered;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Puts refusals on the trail from outside the refused transaction: inside, the row would roll back with it,
/// and a second connection per refusal would let refusals alone drain the pool.
@Configuration(proxyBeanMethods = false)
@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
class RefusalRecording {

    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static Advisor recordRefusals(ObjectProvider<Access> access) {
        MethodInterceptor interceptor = call -> {
            try {
                return call.proceed();
            } catch (AccessDenied denied) {
                if (!TransactionSynchronizationManager.isActualTransactionActive()) {
                    access.getObject().recordRefusal(denied);
                }
                throw denied;
            }
        };
        var advisor =
                new DefaultPointcutAdvisor(AnnotationMatchingPointcut.forClassAnnotation(UseCase.class), interceptor);
        advisor.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return advisor;
    }
}
