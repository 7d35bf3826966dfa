package health.visavis.web.visit;

import health.visavis.web.layout.Shell;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/// What the room holds ready beside the call: the telephone and the emergency button.
///
/// @param byPhone whether the patient takes part by telephone
/// @param phone what the telephone does, such as `ringing`; `none` before the first call
/// @param placeConfirmed whether the patient has said where they are
/// @param emergency whether the button was pressed
public record RoomAid(UUID visit, boolean byPhone, String phone, boolean placeConfirmed, boolean emergency) {

    private static final List<String> TEXTS = List.of(
            "dialling", "ringing", "holding", "answered", "completed", "busy", "no-answer", "failed", "cancelled");

    public String telephonePath() {
        return "/visits/" + visit + "/telephone";
    }

    public String emergencyPath() {
        return "/visits/" + visit + "/emergency";
    }

    public String placePath() {
        return "/visits/" + visit + "/place";
    }

    public String texts(Shell shell) {
        var texts = new TreeMap<String, String>();
        TEXTS.forEach(key -> texts.put(key, shell.t("telephone.said." + key)));
        return JsonMapper.shared().writeValueAsString(texts);
    }
}
