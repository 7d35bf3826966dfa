package health.visavis.web.visit;

import health.visavis.access.Actor;
import health.visavis.kernel.VisitId;
import health.visavis.visit.CheckDevices;
import health.visavis.visit.DeviceFindings;
import health.visavis.web.visit.LineJson.Configuration;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The check of devices and network before a visit.
@RestController
@RequestMapping("/api/visits/{id}/device-check")
@Tag(name = "Visits")
class DeviceCheckApi {

    private final CheckDevices checkDevices;

    DeviceCheckApi(CheckDevices checkDevices) {
        this.checkDevices = checkDevices;
    }

    @PostMapping
    @Operation(
            summary =
                    "Keep what a check of camera, microphone, speaker and network found: verdicts, no names of devices")
    ResponseEntity<Void> found(Actor actor, @PathVariable UUID id, @RequestBody DeviceFindings findings) {
        checkDevices.found(actor, new VisitId(id), findings);
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/servers")
    @Operation(
            summary = "Receive the STUN and TURN servers with a pass of one minute, to try whether they can be reached")
    Configuration servers(Actor actor, @PathVariable UUID id) {
        return LineJson.configuration(checkDevices.servers(actor, new VisitId(id)));
    }
}
