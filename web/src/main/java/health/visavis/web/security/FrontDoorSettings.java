package health.visavis.web.security;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/// @param id of our profile of Azure Front Door (`frontDoorId` of the deployment); without one, requests are served
///     however they come
@ConfigurationProperties("visavis.azure.frontdoor")
record FrontDoorSettings(@Nullable UUID id) {}
