package health.visavis.azure.acs.news;

/// Acts on what the vendor tells. The same may be told twice, late, and in another order; what cannot be acted on now
/// is told again when the listener throws.
@FunctionalInterface
public interface NewsListener {

    void heard(AcsNews news);
}
