package health.visavis;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.support.ResourcePatternResolver;

/// How the migrations reach the database: as the role that owns the tables, through connections that are shared
/// by the modules' migrations (each sign-on of PostgreSQL costs a key derivation) and gone soon after. An instance
/// that migrates nothing (`spring.flyway.enabled=false`) knows no such role.
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "spring.flyway.enabled", matchIfMissing = true)
class MigrationConfiguration {

    @Bean(defaultCandidate = false)
    @FlywayDataSource
    HikariDataSource migrations(FlywayConnectionDetails owner) {
        var pool = new HikariDataSource();
        pool.setPoolName("migrations");
        pool.setJdbcUrl(owner.getJdbcUrl());
        pool.setUsername(owner.getUsername());
        pool.setPassword(owner.getPassword());
        pool.addDataSourceProperty("logServerErrorDetail", "false");
        pool.setMaximumPoolSize(3);
        pool.setMinimumIdle(0);
        pool.setIdleTimeout(Duration.ofSeconds(10).toMillis());
        return pool;
    }

    /// Around the strategy that asks each module.
    @Bean
    static BeanPostProcessor askOnce(ResourcePatternResolver resources) {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof FlywayMigrationStrategy strategy ? new DueMigrations(strategy, resources) : bean;
            }
        };
    }
}
