package health.visavis.azure.acs;

import com.azure.core.http.HttpMethod;

/// Every request that we make of Azure Communication Services. A request that is not here cannot be sent; the
/// table in `docs/architecture/azure-communication-services.md` shows each of them valid.
enum AcsOperation {
    CREATE_USER(HttpMethod.POST, "/identities", Version.IDENTITY),
    ISSUE_TOKEN(HttpMethod.POST, "/identities/{id}/:issueAccessToken", Version.IDENTITY),
    REVOKE_TOKENS(HttpMethod.POST, "/identities/{id}/:revokeAccessTokens", Version.IDENTITY),
    DELETE_USER(HttpMethod.DELETE, "/identities/{id}", Version.IDENTITY),
    CREATE_ROOM(HttpMethod.POST, "/rooms", Version.ROOMS),
    LIST_PARTICIPANTS(HttpMethod.GET, "/rooms/{id}/participants", Version.ROOMS),
    UPDATE_PARTICIPANTS(HttpMethod.PATCH, "/rooms/{id}/participants", Version.ROOMS),
    DELETE_ROOM(HttpMethod.DELETE, "/rooms/{id}", Version.ROOMS),
    SEND_SMS(HttpMethod.POST, "/sms", Version.SMS),
    SEND_MAIL(HttpMethod.POST, "/emails:send", Version.EMAIL),
    MAIL_STATUS(HttpMethod.GET, "/emails/operations/{id}", Version.EMAIL),
    /// Only newer versions can join the call of a room.
    CONNECT_TO_ROOM(HttpMethod.POST, "/calling/callConnections:connect", Version.CALLS_IN_ROOMS),
    CREATE_CALL(HttpMethod.POST, "/calling/callConnections", Version.CALLS),
    ADD_TO_CALL(HttpMethod.POST, "/calling/callConnections/{id}/participants:add", Version.CALLS),
    HANG_UP(HttpMethod.DELETE, "/calling/callConnections/{id}", Version.CALLS),
    END_CALL(HttpMethod.POST, "/calling/callConnections/{id}:terminate", Version.CALLS),
    START_RECORDING(HttpMethod.POST, "/calling/recordings", Version.CALLS),
    PAUSE_RECORDING(HttpMethod.POST, "/calling/recordings/{id}:pause", Version.CALLS),
    RESUME_RECORDING(HttpMethod.POST, "/calling/recordings/{id}:resume", Version.CALLS),
    STOP_RECORDING(HttpMethod.DELETE, "/calling/recordings/{id}", Version.CALLS);

    private static final class Version {

        static final String IDENTITY = "2023-10-01";
        static final String ROOMS = "2024-04-15";
        static final String SMS = "2021-03-07";
        static final String EMAIL = "2023-03-31";
        static final String CALLS = "2024-04-15";
        static final String CALLS_IN_ROOMS = "2026-03-12";
    }

    private final HttpMethod method;
    private final String path;
    private final String version;

    AcsOperation(HttpMethod method, String path, String version) {
        this.method = method;
        this.path = path;
        this.version = version;
    }

    HttpMethod method() {
        return method;
    }

    String path() {
        return path;
    }

    String version() {
        return version;
    }
}
