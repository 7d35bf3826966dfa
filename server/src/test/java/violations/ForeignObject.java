package violations;

import java.io.ObjectInputStream;
import java.io.Serializable;

/// What somebody would put into a session who can write the table: it acts while it is read.
public final class ForeignObject implements Serializable {

    private static final long serialVersionUID = 1;

    private static volatile boolean acted;

    public static boolean hasActed() {
        return acted;
    }

    private void readObject(ObjectInputStream from) {
        acted = true;
    }
}
