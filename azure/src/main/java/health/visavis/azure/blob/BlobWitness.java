package health.visavis.azure.blob;

import com.azure.core.http.HttpResponse;
import health.visavis.audit.CheckpointWitness;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;

/// A container whose blobs are written once. That nobody deletes them before their time is the policy of its account
/// (immutable storage), not ours.
final class BlobWitness implements CheckpointWitness {

    private final BlobRequests requests;

    BlobWitness(BlobRequests requests) {
        this.requests = requests;
    }

    @Override
    public String name() {
        return requests.container().toString();
    }

    @Override
    public void put(String name, byte[] content) {
        try (var response = answer(() -> requests.put(checked(name), content))) {
            if (BlobRequests.isThereAlready(response)
                    || isRefused(response) && get(name).isPresent()) {
                compare(name, content);
            } else if (response.getStatusCode() != 201) {
                throw failed("put", response);
            }
        }
    }

    @Override
    public Optional<byte[]> get(String name) {
        try (var response = answer(() -> requests.get(checked(name)))) {
            return switch (response.getStatusCode()) {
                case 200 -> Optional.of(response.getBodyAsBinaryData().toBytes());
                case 404 -> Optional.empty();
                default -> throw failed("get", response);
            };
        }
    }

    /// The service lists them in their order, so many at a time.
    @Override
    public List<String> names() {
        var names = new ArrayList<String>();
        var marker = "";
        do {
            var listed = listed(marker);
            var found = listed.getElementsByTagName("Name");
            for (var number = 0; number < found.getLength(); number++) {
                names.add(found.item(number).getTextContent());
            }
            var next = listed.getElementsByTagName("NextMarker");
            marker = next.getLength() == 0 ? "" : next.item(0).getTextContent();
        } while (!marker.isEmpty());
        return names;
    }

    private Document listed(String marker) {
        try (var response = answer(() -> requests.list(marker))) {
            if (response.getStatusCode() != 200) {
                throw failed("list", response);
            }
            var factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder()
                    .parse(new ByteArrayInputStream(
                            response.getBodyAsBinaryData().toBytes()));
        } catch (ParserConfigurationException | SAXException | IOException unreadable) {
            throw new WitnessAway("list was answered with something else than expected", unreadable);
        }
    }

    /// Whoever may add blobs and not write them is refused where there is one already.
    private static boolean isRefused(HttpResponse response) {
        return response.getStatusCode() == 403;
    }

    private void compare(String name, byte[] content) {
        if (!Arrays.equals(get(name).orElse(null), content)) {
            throw new WitnessDisagrees(name(), name);
        }
    }

    private static String checked(String name) {
        if (!name.matches("[A-Za-z0-9-][A-Za-z0-9.-]*")) {
            throw new IllegalArgumentException("not a name of letters, digits, dots and dashes");
        }
        return name;
    }

    private static HttpResponse answer(Supplier<HttpResponse> request) {
        try {
            return request.get();
        } catch (IllegalArgumentException ours) {
            throw ours;
        } catch (RuntimeException unanswered) {
            throw new WitnessAway("no answer", unanswered);
        }
    }

    private static WitnessAway failed(String what, HttpResponse response) {
        return new WitnessAway(what + " was answered " + response.getStatusCode());
    }
}
