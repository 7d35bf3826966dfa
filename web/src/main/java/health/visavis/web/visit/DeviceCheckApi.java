package health.visavis.web.visit;

import health.visavis.access.Actor;
import health.visavis.kernel.VisitId;
import health.visavis.visit.CheckDevices;
import health.visavis.visit.DeviceFindings;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
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

    @GetMapping("/servers")
    @Operation(summary = "Read the addresses of the TURN servers, without a pass, to try whether they answer")
    CheckDevices.Servers servers(Actor actor, @PathVariable UUID id) {
        return checkDevices.servers(actor, new VisitId(id));
    }
}
