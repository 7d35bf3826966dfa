package health.visavis.access;

import com.zaxxer.hikari.HikariDataSource;
import health.visavis.access.store.ConnectionSecrets;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;

/// Has the application's pool claim its connections; the one that migrates signs in as the owner and has no need.
@Configuration(proxyBeanMethods = false)
@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
class RowScopeConfiguration {

    private static final String POOL = "dataSource";

    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static ConnectionSecrets connectionSecrets() {
        return new ConnectionSecrets();
    }

    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static BeanPostProcessor claimConnections(ConnectionSecrets secrets) {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                if (name.equals(POOL) && bean instanceof HikariDataSource pool) {
                    secrets.claimAllOf(pool);
                }
                return bean;
            }
        };
    }
}
