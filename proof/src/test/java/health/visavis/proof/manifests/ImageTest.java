package health.visavis.proof.manifests;

import static health.visavis.proof.manifests.Texts.change;
import static health.visavis.proof.manifests.Texts.proves;

import health.visavis.kernel.Requirement;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What the image is built from and how it starts.
class ImageTest {

    private static final String CONTAINERFILE = "deploy/image/Containerfile";
    private static final String IGNORED = "deploy/image/Containerfile.ignore";
    private static final String OPTIONS = "deploy/image/jvm.options";

    @Test
    @Requirement("ARO-07")
    void theImageIsNotRootAndBringsOnlyWhatItNeeds() {
        proves(
                (texts, complaints) -> {
                    var last = lastStage(texts.of(CONTAINERFILE));
                    unless(
                            Pattern.compile("(?m)^USER 1001$").matcher(last).find() && !last.contains("USER 0"),
                            "it is root",
                            complaints);
                    unless(
                            !Pattern.compile("(?m)^RUN ").matcher(last).find(),
                            "the last stage does more than lay things down",
                            complaints);
                    unless(
                            Pattern.compile("(?m)^ENTRYPOINT \\[\"java\", \"@/opt/visavis/jvm.options\"")
                                    .matcher(last)
                                    .find(),
                            "a shell stands between the cluster and the program",
                            complaints);
                    unless(
                            !texts.of(CONTAINERFILE).matches("(?is).*\\b(ADD|ENV)\\b .*"),
                            "something is fetched, or told to everybody",
                            complaints);
                    var copied = Pattern.compile("(?m)^COPY (?!--from)(.*)$")
                            .matcher(texts.of(CONTAINERFILE))
                            .results()
                            .flatMap(copy -> Arrays.stream(copy.group(1).split(" +")))
                            .filter(word -> word.matches("(server|proof|deploy)/.*"))
                            .toList();
                    var given = texts.of(IGNORED).lines().toList();
                    unless(given.getFirst().equals("**"), "whatever lies about is sent to the build", complaints);
                    copied.forEach(file ->
                            unless(given.contains("!" + file), file + " is not given to the build", complaints));
                    given.stream()
                            .skip(1)
                            .forEach(line -> unless(
                                    copied.contains(line.substring(1)), line + " is given and not used", complaints));
                },
                change(CONTAINERFILE, "USER 1001\nWORKDIR /opt/visavis\nEXPOSE", "WORKDIR /opt/visavis\nEXPOSE"),
                change(CONTAINERFILE, "EXPOSE 8443 9443", "RUN microdnf install curl"),
                change(CONTAINERFILE, "ENTRYPOINT [\"java\", ", "ENTRYPOINT [\"sh\", \"-c\", \"java\", "),
                change(CONTAINERFILE, "EXPOSE 8443 9443", "ENV PASSWORD=x"),
                change(IGNORED, "**\n", ""),
                change(IGNORED, "!deploy/image/rehearse.sh\n", ""),
                change(IGNORED, "!deploy/image/jvm.options", "!deploy/image/jvm.options\n!.git"));
    }

    @Test
    void theImageListensWhereTheManifestsAsk() {
        proves(
                (texts, complaints) -> {
                    var settings = texts.of("deploy/openshift/base/migration/settings.env");
                    var exposed = found(texts.of(CONTAINERFILE), "EXPOSE (\\d+) (\\d+)");
                    unless(
                            exposed.equals(List.of(
                                    found(settings, "(?m)^SERVER_PORT=(\\d+)").getFirst(),
                                    found(settings, "(?m)^MANAGEMENT_SERVER_PORT=(\\d+)")
                                            .getFirst())),
                            "it listens at " + exposed,
                            complaints);
                    for (var role : List.of("web", "api", "worker")) {
                        var ports = Pattern.compile("containerPort: (\\d+)")
                                .matcher(texts.of("deploy/openshift/base/serving/" + role + ".yaml"))
                                .results()
                                .map(port -> port.group(1))
                                .toList();
                        unless(ports.equals(exposed), role + " is asked at " + ports, complaints);
                    }
                },
                change(CONTAINERFILE, "EXPOSE 8443", "EXPOSE 8080"),
                change("deploy/openshift/base/migration/settings.env", "SERVER_PORT=8443", "SERVER_PORT=8080"),
                change("deploy/openshift/base/serving/api.yaml", "containerPort: 9443", "containerPort: 9090"));
    }

    @Test
    void theRehearsalIsMadeWithTheOptionsOfTheDay() {
        proves(
                (texts, complaints) -> {
                    unless(
                            texts.of("deploy/image/rehearse.sh").contains("/opt/rehearsal/jvm.options"),
                            "the rehearsal has options of its own",
                            complaints);
                    unless(
                            texts.of(OPTIONS).contains("-XX:+UseSerialGC"),
                            "the collector is left to the machine: the cache of another one is refused",
                            complaints);
                    unless(
                            texts.of(OPTIONS).contains("-XX:MaxRAMPercentage=")
                                    && !texts.of(OPTIONS).contains("-Xmx"),
                            "memory does not follow the limit of the container",
                            complaints);
                    unless(
                            texts.of(CONTAINERFILE).contains("-XX:AOTCache=/opt/visavis/app/visavis.aot")
                                    && texts.of("deploy/image/rehearse.sh")
                                            .contains("-XX:AOTCacheOutput=$1/app/visavis.aot"),
                            "what was learned is not used",
                            complaints);
                },
                change("deploy/image/rehearse.sh", "/opt/rehearsal/jvm.options", "/dev/null"),
                change(OPTIONS, "-XX:+UseSerialGC\n", ""),
                change(OPTIONS, "-XX:MaxRAMPercentage=65", "-Xmx1g"),
                change(CONTAINERFILE, "visavis.aot", "other.aot"));
    }

    private static String lastStage(String containerfile) {
        return containerfile.substring(containerfile.lastIndexOf("\nFROM "));
    }

    private static List<String> found(String text, String pattern) {
        var matcher = Pattern.compile(pattern).matcher(text);
        if (!matcher.find()) {
            return List.of("nothing");
        }
        return IntStream.rangeClosed(1, matcher.groupCount())
                .mapToObj(matcher::group)
                .toList();
    }

    private static void unless(boolean holds, String complaint, List<String> complaints) {
        if (!holds) {
            complaints.add(complaint);
        }
    }
}
