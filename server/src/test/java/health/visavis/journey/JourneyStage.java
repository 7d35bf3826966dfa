package health.visavis.journey;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ReducedMotion;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// Opens the clinic and the browser once for all journeys, gives each journey its people, and after each looks
/// whether anything went wrong in a browser that no assertion was about.
///
/// Used as a field with [RegisterExtension].
final class JourneyStage implements BeforeEachCallback, AfterEachCallback {

    private static final Map<String, String> SHARED_SESSIONS = new ConcurrentHashMap<>();

    private static final Duration A_WHILE = Duration.ofMinutes(5);

    private final List<Person> people = new ArrayList<>();
    private final Supplier<Clinic> opening;
    private final Map<String, String> sessions;
    private final Map<String, Instant> signedInAt = new ConcurrentHashMap<>();
    private Clinic clinic;
    private Chromium chromium;

    /// In the clinic of all journeys.
    JourneyStage() {
        this(() -> SharedClinic.OPEN, SHARED_SESSIONS);
    }

    /// In a clinic of its own, which whoever opens it closes.
    JourneyStage(Supplier<Clinic> clinic) {
        this(clinic, new ConcurrentHashMap<>());
    }

    private JourneyStage(Supplier<Clinic> opening, Map<String, String> sessions) {
        this.opening = opening;
        this.sessions = sessions;
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        clinic = opening.get();
        chromium = SharedBrowser.OPEN;
        people.clear();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        try {
            if (context.getExecutionException().isEmpty()) {
                people.forEach(Person::sawNothingWrong);
            } else {
                people.forEach(person -> person.leavePicture(context.getDisplayName()));
            }
        } finally {
            people.forEach(Person::leave);
        }
    }

    Clinic clinic() {
        return clinic;
    }

    Person patient() {
        return signedIn("patient", clinic.address());
    }

    Person doctor() {
        return signedIn("doctor", clinic.address());
    }

    /// As patients see it where they book.
    String doctorsName() {
        return Clinic.DOCTOR;
    }

    Person nurse() {
        return signedIn("nurse", clinic.address());
    }

    Person admin() {
        return signedIn("admin", clinic.address());
    }

    /// Signs in once per account: a one-time code serves once, and later journeys go on in a session of the
    /// same sign-in. Sessions are kept in the database, so every instance knows them.
    Person signedIn(String name, URI instance) {
        return signedIn(name, instance, options());
    }

    Person signedIn(String name, URI instance, NewContextOptions options) {
        var session = sessions.computeIfAbsent(name, this::session);
        return arrives(name, instance, options.setStorageState(session));
    }

    /// Whoever comes under this name later comes in this person's session, as it is now.
    void remembers(String name, Person person) {
        sessions.put(name, person.page().context().storageState());
    }

    /// Whoever has signed in a while ago does so anew when they come next; not sooner, since a one-time code serves
    /// once.
    void forgetsWhoSignedInLongAgo(String name) {
        if (Instant.now().minus(A_WHILE).isAfter(signedInAt.getOrDefault(name, Instant.EPOCH))) {
            sessions.remove(name);
        }
    }

    /// With a sign-in of one's own, for a journey that ends the session. Only patients: a one-time code serves
    /// once.
    Person patientOfTheDay() {
        var person = arrives("patient", clinic.address(), options());
        new SignIn(person, clinic).as("patient");
        return person;
    }

    Person stranger() {
        return arrives("stranger", clinic.address(), options());
    }

    Person arrives(String name, URI instance, NewContextOptions options) {
        var person = new Person(name, instance, chromium.browser().newContext(options));
        people.add(person);
        return person;
    }

    private String session(String name) {
        var person = new Person(name, clinic.address(), chromium.browser().newContext(options()));
        new SignIn(person, clinic).as(name);
        person.sawNothingWrong();
        var session = person.page().context().storageState();
        signedInAt.put(name, Instant.now());
        person.leave();
        return session;
    }

    /// For all journeys of this process, whatever runs them: made with the first one, gone with the process.
    private static final class SharedClinic {

        static final Clinic OPEN = Clinic.open();

        static {
            Runtime.getRuntime().addShutdownHook(new Thread(OPEN::close));
        }
    }

    /// Goes with the pipe that drives it.
    private static final class SharedBrowser {

        static final Chromium OPEN = Chromium.open();

        static {
            PlaywrightAssertions.setDefaultAssertionTimeout(Person.PATIENCE_MILLIS);
        }
    }

    static NewContextOptions options() {
        return new NewContextOptions()
                .setViewportSize(1280, 900)
                .setLocale("en-US")
                .setTimezoneId("America/New_York")
                .setReducedMotion(ReducedMotion.REDUCE)
                .setPermissions(List.of("camera", "microphone"));
    }
}
