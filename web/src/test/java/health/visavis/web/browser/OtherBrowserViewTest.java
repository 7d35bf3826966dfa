package health.visavis.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;

class OtherBrowserViewTest {

    private static final URI LINK = URI.create("https://clinic.example:8443/visits/7/device-check");

    @Test
    void anAppOnAPhoneIsGivenAnAddressThatTheBrowserTakes() {
        assertThat(OtherBrowserView.of(new Verdict.InsideAnApp(Platform.ANDROID, "Line"), LINK)
                        .opens())
                .isEqualTo("intent://clinic.example:8443/visits/7/device-check#Intent;scheme=https;end");
        assertThat(OtherBrowserView.of(new Verdict.InsideAnApp(Platform.IOS, null), LINK)
                        .opens())
                .isEqualTo("x-safari-https://clinic.example:8443/visits/7/device-check");
    }

    @Test
    void nothingElseHasSuchAnAddress() {
        assertThat(OtherBrowserView.of(new Verdict.InsideAnApp(Platform.COMPUTER, "WeChat"), LINK)
                        .opens())
                .isNull();
        assertThat(OtherBrowserView.of(new Verdict.TooOld(Platform.IOS), LINK).opens())
                .isNull();
        assertThat(OtherBrowserView.of(
                                new Verdict.InsideAnApp(Platform.IOS, null),
                                URI.create("http://localhost/visits/7/call"))
                        .opens())
                .isNull();
    }

    @Test
    void theFrontPageIsNoVisit() {
        var verdict = new Verdict.LacksCalls(Platform.COMPUTER);

        assertThat(OtherBrowserView.of(verdict, LINK).isVisit()).isTrue();
        assertThat(OtherBrowserView.of(verdict, URI.create("https://clinic.example:8443/"))
                        .isVisit())
                .isFalse();
    }

    @Test
    void goingOnStaysOnThisSite() {
        assertThat(OtherBrowserView.of(new Verdict.TooOld(Platform.COMPUTER), LINK)
                        .anyway())
                .isEqualTo("/visits/7/device-check?browser=anyway");
    }
}
