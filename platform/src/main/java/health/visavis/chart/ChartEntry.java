package health.visavis.chart;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One line of a chart, as pages draw it. The words are those of the source; only statuses are ours, because we
/// sort by them.
public sealed interface ChartEntry {

    /// When it was or began, where the source says so.
    @Nullable
    ClinicalDate on();

    record Demographics(@Nullable ClinicalDate on) implements ChartEntry {}

    /// Its source says that it was entered in error. Kept, so that what it replaces is no longer shown.
    record Retracted(@Nullable ClinicalDate on) implements ChartEntry {}

    record Problem(
            Coded what,
            boolean active,
            @Nullable ClinicalDate on,
            @Nullable ClinicalDate until) implements ChartEntry {}

    record Allergy(
            Coded what,
            boolean active,
            Criticality criticality,
            List<Reaction> reactions,
            @Nullable ClinicalDate on) implements ChartEntry {

        public Allergy {
            reactions = List.copyOf(reactions);
        }

        /// Whether it may kill: said so, a reaction was severe, or it was anaphylaxis.
        public boolean isDangerous() {
            return criticality == Criticality.HIGH || reactions.stream().anyMatch(Reaction::isDangerous);
        }

        public enum Criticality {
            HIGH,
            LOW,
            UNKNOWN
        }

        /// @param severity `mild`, `moderate` or `severe`, where given
        public record Reaction(
                Coded manifestation, @Nullable String severity) {

            /// SNOMED CT's code of anaphylaxis.
            private static final String ANAPHYLAXIS = "39579001";

            boolean isDangerous() {
                return "severe".equals(severity) || ANAPHYLAXIS.equals(manifestation.code());
            }
        }
    }

    record Medication(
            Coded what,
            boolean active,
            @Nullable String dosage,
            @Nullable String reason,
            @Nullable ClinicalDate on) implements ChartEntry {}

    record Measurement(
            Coded what,
            Category category,
            @Nullable Quantity value,
            List<Component> components,
            @Nullable ClinicalDate on)
            implements ChartEntry {

        public Measurement {
            components = List.copyOf(components);
        }

        public enum Category {
            VITAL_SIGN,
            LABORATORY,
            OTHER
        }

        /// @param number as written by the source, so that no digit is gained or lost; or words
        public record Quantity(String number, @Nullable String unit) {}

        /// A part of a measurement, such as the systolic of a blood pressure.
        public record Component(Coded what, Quantity value) {}
    }

    record Vaccination(Coded what, boolean given, @Nullable ClinicalDate on) implements ChartEntry {}

    record Intervention(
            Coded what,
            boolean done,
            @Nullable String reason,
            @Nullable ClinicalDate on) implements ChartEntry {}

    record Contact(
            Coded what,
            @Nullable String reason,
            @Nullable String clinician,
            @Nullable String place,
            @Nullable ClinicalDate on)
            implements ChartEntry {}

    /// @param readable whether we hold its text, which is sealed apart and read by itself
    record Document(
            Coded what,
            @Nullable String author,
            boolean readable,
            @Nullable ClinicalDate on) implements ChartEntry {}
}
