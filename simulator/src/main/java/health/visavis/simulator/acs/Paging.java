package health.visavis.simulator.acs;

import com.fasterxml.jackson.databind.node.ObjectNode;
import health.visavis.simulator.http.Json;
import health.visavis.simulator.http.Question;
import java.util.List;

/// Cuts a list into pages.
///
/// @param firstIsEmpty the service has been recorded to answer a page without entries and with a next one: who
///     stops at an empty page has not read the list
public record Paging(int size, boolean firstIsEmpty) {

    ObjectNode page(Question question, List<ObjectNode> all) {
        var given = question.parameter("nextLink");
        var from = given == null ? 0 : Integer.parseInt(given);
        var size = given == null && firstIsEmpty ? 0 : this.size;
        var to = Math.min(all.size(), from + size);
        var page = Json.object();
        page.putArray("value").addAll(all.subList(Math.min(from, to), to));
        if (to < all.size()) {
            var host = question.header("Host");
            page.put(
                    "nextLink",
                    "https://%s%s?nextLink=%d&api-version=%s"
                            .formatted(host, question.path(), to, question.parameter("api-version")));
        }
        return page;
    }
}
