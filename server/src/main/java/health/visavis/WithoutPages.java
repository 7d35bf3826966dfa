package health.visavis;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;

/// The application for a command that nobody signs in to: only what it uses is made.
final class WithoutPages {

    private WithoutPages() {}

    static SpringApplication application() {
        var application = new SpringApplication(VisavisApplication.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setLazyInitialization(true);
        application.addInitializers(
                starting -> starting.getBeanFactory().registerSingleton("pagesLeftOut", new PagesLeftOut()));
        return application;
    }

    /// A command has no sessions, so what answers browsers could not even be made.
    private static final class PagesLeftOut extends TypeExcludeFilter {

        @Override
        public boolean match(MetadataReader type, MetadataReaderFactory types) {
            return type.getClassMetadata().getClassName().startsWith("health.visavis.web.");
        }
    }
}
