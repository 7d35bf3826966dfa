package health.visavis.people.store;

import java.sql.ResultSet;
import java.sql.SQLException;

/// How a name reads, from the columns `given` and `family`.
final class Names {

    private Names() {}

    static String display(ResultSet row) throws SQLException {
        return (row.getString("given") + " " + row.getString("family")).strip();
    }
}
