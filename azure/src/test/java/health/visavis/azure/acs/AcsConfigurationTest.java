package health.visavis.azure.acs;

import static org.assertj.core.api.Assertions.assertThat;

import health.visavis.notification.MailSender;
import health.visavis.notification.SmsSender;
import health.visavis.visit.CallEngine;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.boot.test.util.TestPropertyValues.Type;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class AcsConfigurationTest {

    private final ApplicationContextRunner context = new ApplicationContextRunner()
            .withUserConfiguration(AcsConfiguration.class)
            .withBean(Clock.class, Clock::systemUTC)
            .withBean(JdbcClient.class, () -> JdbcClient.create(new DriverManagerDataSource()))
            .withPropertyValues(
                    "visavis.azure.entra.tenant=" + SimulatedAcs.TENANT,
                    "visavis.azure.entra.client=66666666-7777-8888-9999-000000000000",
                    "visavis.azure.entra.token-file=/var/run/secrets/azure/tokens/azure-identity-token");

    @Test
    void withoutAResourceThereIsNothing() {
        context.run(started -> assertThat(started)
                .doesNotHaveBean(CallEngine.class)
                .doesNotHaveBean(MailSender.class)
                .doesNotHaveBean(SmsSender.class));
    }

    @Test
    void aResourceAloneIsAnEngineAndSendsNothing() {
        context.withPropertyValues("visavis.azure.acs.endpoint=https://clinic.communication.azure.com")
                .run(started -> {
                    assertThat(started.getBean(CallEngine.class).name()).isEqualTo(AcsConfiguration.FIRST);
                    assertThat(started).doesNotHaveBean(MailSender.class).doesNotHaveBean(SmsSender.class);
                });
    }

    @Test
    void twoResourcesAreTwoEngines() {
        context.withPropertyValues(
                        "visavis.azure.acs.endpoint=https://clinic.communication.azure.com",
                        "visavis.azure.acs.second-endpoint=https://clinic-west.communication.azure.com",
                        "visavis.azure.acs.mail-from=visits@clinic.example",
                        "visavis.azure.acs.sms-from=+18005550100")
                .run(started -> {
                    assertThat(started.getBeansOfType(CallEngine.class).values())
                            .extracting(CallEngine::name)
                            .containsExactlyInAnyOrder(AcsConfiguration.FIRST, AcsConfiguration.SECOND);
                    assertThat(started).hasSingleBean(MailSender.class).hasSingleBean(SmsSender.class);
                });
    }

    /// As the templates write it for a deployment with one resource and without mail, SMS, telephone and recording.
    @Test
    void whatIsLeftEmptyIsNotThere() {
        context.withInitializer(starting -> {
                    ConfigurationPropertySources.attach(starting.getEnvironment());
                    TestPropertyValues.of(
                                    "VISAVIS_AZURE_ACS_ENDPOINT=https://clinic.communication.azure.com",
                                    "VISAVIS_AZURE_ACS_SECONDENDPOINT=",
                                    "VISAVIS_AZURE_ACS_MAILFROM=",
                                    "VISAVIS_AZURE_ACS_SMSFROM=",
                                    "VISAVIS_AZURE_ACS_PHONE_FROM=",
                                    "VISAVIS_AZURE_ACS_RECORDING_CALLBACK=")
                            .applyTo(starting.getEnvironment(), Type.SYSTEM_ENVIRONMENT);
                })
                .run(started -> {
                    assertThat(started).hasNotFailed();
                    assertThat(started.getBean(CallEngine.class).name()).isEqualTo(AcsConfiguration.FIRST);
                    assertThat(started)
                            .doesNotHaveBean(MailSender.class)
                            .doesNotHaveBean(SmsSender.class)
                            .doesNotHaveBean(AcsPhoneEngine.class)
                            .doesNotHaveBean(AcsCallRecorder.class);
                });
    }
}
