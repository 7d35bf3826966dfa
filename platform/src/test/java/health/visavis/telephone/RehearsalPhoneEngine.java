package health.visavis.telephone;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.stereotype.Component;

/// A carrier in memory: it notes what it is asked for, and fails when a test wants it to.
@Component
public class RehearsalPhoneEngine implements PhoneEngine, PhoneLine {

    public static final String NAME = "rehearsal";

    private final List<Dial> dialled = new CopyOnWriteArrayList<>();
    private final List<String> hungUp = new CopyOnWriteArrayList<>();
    private final List<String> connected = new CopyOnWriteArrayList<>();
    private volatile boolean broken;

    public void breakDown(boolean now) {
        broken = now;
    }

    public List<Dial> dialled() {
        return dialled;
    }

    public List<String> hungUp() {
        return hungUp;
    }

    public List<String> connected() {
        return connected;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean simulated() {
        return false;
    }

    @Override
    public boolean ringsClinicianFirst() {
        return false;
    }

    @Override
    public String number() {
        return "(202) 456-1111";
    }

    @Override
    public String dial(Dial dial) {
        if (broken) {
            throw new PhoneUnavailable(NAME);
        }
        dialled.add(dial);
        return reference(dial.call().toString());
    }

    public static String reference(String call) {
        return "line-" + call;
    }

    @Override
    public void hangUp(String reference) {
        hungUp.add(reference);
    }

    @Override
    public void connect(String reference) {
        connected.add(reference);
    }
}
