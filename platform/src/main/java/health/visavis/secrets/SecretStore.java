package health.visavis.secrets;

import health.visavis.kernel.Sensitive;

/// A place where secrets lie.
public interface SecretStore {

    boolean holds(SecretReference reference);

    /// @param reference one that it holds
    /// @throws SecretUnavailable when there is no such secret, it is empty, or the place does not answer
    Sensitive<String> read(SecretReference reference);
}
