package health.visavis.proof.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;

class FormTest {

    private static final String PAGE = """
            <form action="/search"><input name="q"></form>
            <form class="x" method="post" action="/appointments?step=2&amp;x=1">
              <input type="hidden" name="_csrf" value="a&quot;b">
              <input type="radio" name="slot" value="1"><input type="radio" name="slot" value="2" checked>
              <select name="zone"><option value="a">A</option><option value="b" selected>B</option></select>
              <textarea name="reason"></textarea>
            </form>
            """;

    @Test
    void aFormSendsWhatABrowserWouldSend() {
        var form = new Page(URI.create("http://localhost:1/appointments/new"), 200, PAGE).formWith("slot");

        assertThat(form.action()).isEqualTo(URI.create("http://localhost:1/appointments?step=2&x=1"));
        assertThat(form.method()).isEqualTo("post");
        assertThat(form.with("reason", "a cough").encoded()).isEqualTo("_csrf=a%22b&slot=2&reason=a+cough&zone=b");
    }
}
