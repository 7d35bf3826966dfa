package health.visavis.keys;

import java.util.UUID;

/// The place of a sealed value; part of what the cipher authenticates.
public record RowContext(String table, String column, UUID row) {

    public static RowContext of(String table, String column, UUID row) {
        return new RowContext(table, column, row);
    }
}
