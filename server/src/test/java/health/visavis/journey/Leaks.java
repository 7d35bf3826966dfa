package health.visavis.journey;

import health.visavis.journey.Canary.Field;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What of a patient was found where, against what may stand there.
final class Leaks {

    record Hit(String where, Field field) {}

    private final Map<String, Field> fields = new HashMap<>();
    private final TokenSearch search;
    private final List<Allowance> allowances;

    Leaks(Canary canary, List<Allowance> allowances) {
        canary.words().forEach((field, word) -> fields.put(word, field));
        this.search = new TokenSearch(fields.keySet());
        this.allowances = List.copyOf(allowances);
    }

    List<Hit> hits(Sink sink) {
        var hits = new ArrayList<Hit>();
        for (var piece : sink.pieces()) {
            for (var word : Sink.found(search, piece)) {
                hits.add(new Hit(sink.name() + ": " + piece.name(), fields.get(word)));
            }
        }
        return hits;
    }

    List<Hit> notAllowed(List<Hit> hits) {
        return hits.stream()
                .filter(hit -> allowances.stream().noneMatch(allowance -> allowance.covers(hit)))
                .toList();
    }

    /// Each field of each allowance that nothing was found for: it allows what is not there.
    Set<String> unused(List<Hit> hits) {
        var unused = new HashSet<String>();
        for (var allowance : allowances) {
            for (var field : allowance.fields()) {
                if (hits.stream().noneMatch(hit -> hit.field() == field && allowance.covers(hit))) {
                    unused.add(field + " at " + allowance.where());
                }
            }
        }
        return unused;
    }
}
