package health.visavis.alarm;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// From where on something is an alarm. Why these numbers: docs/compliance/alarms.md.
///
/// @param every how often the trail is looked at; zero: never by itself. Half a minute leaves the other half of the
///     minute within which somebody is to be told
/// @param quiet how long the same about the same is no new alarm
/// @param failedSignIns of one person within [#failedWithin] that are too many: whoever forgot a password gives up
///     after five or so, and the rule that asks Entra counts to ten as well
/// @param failedSignInsOfAddress as [#failedSignIns], of everybody at one address together: a hospital has one address,
///     and at a hundred in ten minutes ours stops answering it
/// @param failedWithin the window of both
/// @param patientsOpened whose data one person opens within [#readWithin]: with a visit every ten minutes a day's
///     preparation is some thirty records
/// @param patientsListed as [#patientsOpened], whom lists show: a page of a list has fifty
/// @param readWithin the window of both
/// @param verifyEvery how often the whole trail is held against its log; zero: never by itself
/// @param travelKilometersPerHour faster than an airliner
/// @param travelKilometers shorter ways are none: a list of addresses knows a place to some hundred kilometers, and a
///     mobile network may come out in another city
/// @param places a file with the places of addresses ([PlacesFile]); null: nobody travels
@ConfigurationProperties("visavis.alarm")
public record AlarmSettings(
        @DefaultValue("30s") Duration every,
        @DefaultValue("1h") Duration quiet,
        @DefaultValue("10") int failedSignIns,
        @DefaultValue("50") int failedSignInsOfAddress,
        @DefaultValue("15m") Duration failedWithin,
        @DefaultValue("40") int patientsOpened,
        @DefaultValue("500") int patientsListed,
        @DefaultValue("1h") Duration readWithin,
        @DefaultValue("24h") Duration verifyEvery,
        @DefaultValue("1000") int travelKilometersPerHour,
        @DefaultValue("500") int travelKilometers,
        @Nullable Path places) {

    /// How far back a person's last sign-in counts: nowhere on earth is farther than a day away.
    static final Duration TRAVEL_WITHIN = Duration.ofHours(24);
}
