package health.visavis.azure.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.boot.test.util.TestPropertyValues.Type;

class PostgresConfigurationTest {

    private final ApplicationContextRunner context = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class))
            .withUserConfiguration(PostgresConfiguration.class)
            .withPropertyValues(
                    "spring.datasource.url=jdbc:postgresql://localhost/visavis?sslmode=verify-full",
                    "spring.datasource.username=id-visavis-test-eus2-application",
                    "spring.datasource.hikari.data-source-properties.logServerErrorDetail=false",
                    "visavis.azure.entra.tenant=11111111-2222-3333-4444-555555555555",
                    "visavis.azure.entra.client=66666666-7777-8888-9999-000000000000",
                    "visavis.azure.entra.token-file=/var/run/secrets/azure/token");

    @Test
    void aPasswordStaysAPassword() {
        context.run(
                started -> assertThat(started.getBean(HikariDataSource.class).getCredentialsProvider())
                        .isNull());
    }

    /// As the manifests say it.
    @Test
    void thePoolOfTheApplicationSignsInByToken() {
        context.withInitializer(starting -> {
                    ConfigurationPropertySources.attach(starting.getEnvironment());
                    TestPropertyValues.of("VISAVIS_AZURE_POSTGRES_SIGNIN=entra")
                            .applyTo(starting.getEnvironment(), Type.SYSTEM_ENVIRONMENT);
                })
                .run(started -> {
                    var pool = started.getBean(HikariDataSource.class);
                    assertThat(pool.getCredentialsProvider())
                            .isInstanceOfSatisfying(
                                    EntraPassword.class,
                                    password ->
                                            assertThat(password.role()).isEqualTo("id-visavis-test-eus2-application"));
                    assertThat(pool.getDataSourceProperties())
                            .containsEntry("sslfactory", "org.postgresql.ssl.DefaultJavaSSLFactory")
                            .containsEntry("logServerErrorDetail", "false");
                });
    }
}
