package health.visavis.local.signin.domain;

import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/// Someone who may sign in. The id is the subject of the tokens; it says nothing about the person.
public record Account(UUID id, String name, String displayName, String passwordHash, Set<Group> groups) {

    public Account {
        groups = Set.copyOf(groups);
    }

    public boolean needsSecondFactor() {
        return groups.stream().anyMatch(Group::isStaff);
    }

    public Set<String> groupClaims() {
        return groups.stream().map(Group::claim).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public String toString() {
        return "Account[" + id + "]";
    }
}
