package health.visavis.web.files;

import health.visavis.files.FileIntake;
import jakarta.servlet.MultipartConfigElement;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// How much a form with a file may hold. All of it stays in memory: a part that the container put into a temporary file
/// would lie there in clear.
@Configuration(proxyBeanMethods = false)
class UploadConfiguration {

    /// For the fields beside the file.
    private static final int FIELDS = 64 * 1024;

    @Bean
    MultipartConfigElement uploads(FileIntake intake) {
        var most = intake.largest() + FIELDS;
        return new MultipartConfigElement("", most, most, Math.toIntExact(most));
    }
}
