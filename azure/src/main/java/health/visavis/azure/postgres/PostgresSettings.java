package health.visavis.azure.postgres;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Names of managed identities, as Entra knows them, whom the word `migrate` makes users of the database first. None
/// where somebody else does.
///
/// @param applications instances sign in as these, one for each region: they belong to `visavis_app`
/// @param migrations migrations sign in as these: they belong to `visavis_owner`
@ConfigurationProperties("visavis.azure.postgres")
record PostgresSettings(
        @DefaultValue List<String> applications,
        @DefaultValue List<String> migrations) {

    PostgresSettings {
        applications = List.copyOf(applications);
        migrations = List.copyOf(migrations);
    }

    Set<String> users() {
        var users = new TreeSet<>(applications);
        users.addAll(migrations);
        return users;
    }
}
