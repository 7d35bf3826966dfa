package health.visavis.chart.store;

import static health.visavis.chart.store.SealedForm.list;
import static health.visavis.chart.store.SealedForm.maybe;
import static health.visavis.chart.store.SealedForm.text;

import health.visavis.chart.ChartEntry;
import health.visavis.chart.ChartEntry.Allergy;
import health.visavis.chart.ChartEntry.Contact;
import health.visavis.chart.ChartEntry.Demographics;
import health.visavis.chart.ChartEntry.Document;
import health.visavis.chart.ChartEntry.Intervention;
import health.visavis.chart.ChartEntry.Measurement;
import health.visavis.chart.ChartEntry.Medication;
import health.visavis.chart.ChartEntry.Problem;
import health.visavis.chart.ChartEntry.Retracted;
import health.visavis.chart.ChartEntry.Vaccination;
import health.visavis.chart.ClinicalDate;
import health.visavis.chart.Coded;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An entry and the digest of its source as the bytes that are sealed: `version | digest (32) | kind | fields`.
///
/// A chart may have ten thousand entries and a page draws them all, hence not JSON.
final class EntryFormat {

    /// Raised when the fields change: rows of an older version are then written again by the next import.
    static final byte VERSION = 1;

    private static final int DIGEST = 32;

    record Opened(byte[] digest, ChartEntry entry) {}

    private EntryFormat() {}

    static byte[] write(byte[] digest, ChartEntry entry) {
        return SealedForm.bytes(out -> {
            out.writeByte(VERSION);
            out.write(digest, 0, DIGEST);
            switch (entry) {
                case Demographics demographics -> out.writeByte(0);
                case Problem problem -> {
                    out.writeByte(1);
                    coded(out, problem.what());
                    out.writeBoolean(problem.active());
                    maybe(out, problem.until(), EntryFormat::date);
                }
                case Allergy allergy -> {
                    out.writeByte(2);
                    coded(out, allergy.what());
                    out.writeBoolean(allergy.active());
                    text(out, allergy.criticality().name());
                    list(out, allergy.reactions(), (to, reaction) -> {
                        coded(to, reaction.manifestation());
                        maybe(to, reaction.severity(), SealedForm::text);
                    });
                }
                case Medication medication -> {
                    out.writeByte(3);
                    coded(out, medication.what());
                    out.writeBoolean(medication.active());
                    maybe(out, medication.dosage(), SealedForm::text);
                    maybe(out, medication.reason(), SealedForm::text);
                }
                case Measurement measurement -> {
                    out.writeByte(4);
                    coded(out, measurement.what());
                    text(out, measurement.category().name());
                    maybe(out, measurement.value(), EntryFormat::quantity);
                    list(out, measurement.components(), (to, component) -> {
                        coded(to, component.what());
                        quantity(to, component.value());
                    });
                }
                case Vaccination vaccination -> {
                    out.writeByte(5);
                    coded(out, vaccination.what());
                    out.writeBoolean(vaccination.given());
                }
                case Intervention intervention -> {
                    out.writeByte(6);
                    coded(out, intervention.what());
                    out.writeBoolean(intervention.done());
                    maybe(out, intervention.reason(), SealedForm::text);
                }
                case Contact contact -> {
                    out.writeByte(7);
                    coded(out, contact.what());
                    maybe(out, contact.reason(), SealedForm::text);
                    maybe(out, contact.clinician(), SealedForm::text);
                    maybe(out, contact.place(), SealedForm::text);
                }
                case Document document -> {
                    out.writeByte(8);
                    coded(out, document.what());
                    maybe(out, document.author(), SealedForm::text);
                    out.writeBoolean(document.readable());
                }
                case Retracted retracted -> out.writeByte(9);
            }
            maybe(out, entry.on(), EntryFormat::date);
        });
    }

    static Opened read(byte[] bytes) {
        try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            var version = in.readByte();
            if (version != VERSION) {
                throw new IllegalStateException("a chart entry of unknown version " + version);
            }
            return new Opened(in.readNBytes(DIGEST), entry(in));
        } catch (IOException cut) {
            throw new IllegalStateException("a chart entry is cut off", cut);
        }
    }

    private static ChartEntry entry(DataInputStream in) throws IOException {
        var kind = in.readByte();
        return switch (kind) {
            case 0 -> new Demographics(on(in));
            case 1 -> {
                var what = coded(in);
                var active = in.readBoolean();
                var until = maybe(in, EntryFormat::date);
                yield new Problem(what, active, on(in), until);
            }
            case 2 ->
                new Allergy(
                        coded(in),
                        in.readBoolean(),
                        Allergy.Criticality.valueOf(text(in)),
                        list(in, from -> new Allergy.Reaction(coded(from), maybe(from, SealedForm::text))),
                        on(in));
            case 3 ->
                new Medication(
                        coded(in), in.readBoolean(), maybe(in, SealedForm::text), maybe(in, SealedForm::text), on(in));
            case 4 ->
                new Measurement(
                        coded(in),
                        Measurement.Category.valueOf(text(in)),
                        maybe(in, EntryFormat::quantity),
                        list(in, from -> new Measurement.Component(coded(from), quantity(from))),
                        on(in));
            case 5 -> new Vaccination(coded(in), in.readBoolean(), on(in));
            case 6 -> new Intervention(coded(in), in.readBoolean(), maybe(in, SealedForm::text), on(in));
            case 7 ->
                new Contact(
                        coded(in),
                        maybe(in, SealedForm::text),
                        maybe(in, SealedForm::text),
                        maybe(in, SealedForm::text),
                        on(in));
            case 8 -> new Document(coded(in), maybe(in, SealedForm::text), in.readBoolean(), on(in));
            case 9 -> new Retracted(on(in));
            default -> throw new IllegalStateException("a chart entry of unknown kind " + kind);
        };
    }

    private static void coded(DataOutputStream out, Coded value) throws IOException {
        maybe(out, value.system(), SealedForm::text);
        maybe(out, value.code(), SealedForm::text);
        text(out, value.display());
    }

    private static Coded coded(DataInputStream in) throws IOException {
        return new Coded(maybe(in, SealedForm::text), maybe(in, SealedForm::text), text(in));
    }

    private static void quantity(DataOutputStream out, Measurement.Quantity value) throws IOException {
        text(out, value.number());
        maybe(out, value.unit(), SealedForm::text);
    }

    private static Measurement.Quantity quantity(DataInputStream in) throws IOException {
        return new Measurement.Quantity(text(in), maybe(in, SealedForm::text));
    }

    private static void date(DataOutputStream out, ClinicalDate value) throws IOException {
        out.writeLong(value.at().getEpochSecond());
        out.writeInt(value.at().getNano());
        out.writeByte(value.precision().ordinal());
    }

    private static ClinicalDate date(DataInputStream in) throws IOException {
        return new ClinicalDate(
                Instant.ofEpochSecond(in.readLong(), in.readInt()), ClinicalDate.Precision.values()[in.readByte()]);
    }

    private static @Nullable ClinicalDate on(DataInputStream in) throws IOException {
        return maybe(in, EntryFormat::date);
    }
}
