package org.stepwell.scheduling.columns;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.Id;

/** Reads columns as what they mean, and turns ids into the arrays that set-based statements take. */
public final class Columns {

    private Columns() {}

    /** An id. */
    public static <T> T id(ResultSet row, String column, Function<UUID, T> type) throws SQLException {
        return type.apply(row.getObject(column, UUID.class));
    }

    /** An id that may not be there. */
    public static <T> @Nullable T idOrNull(ResultSet row, String column, Function<UUID, T> type) throws SQLException {
        var found = row.getObject(column, UUID.class);
        return found == null ? null : type.apply(found);
    }

    /** A list of ids; empty where the column is null. */
    public static <T> List<T> ids(ResultSet row, String column, Function<UUID, T> type) throws SQLException {
        var array = row.getArray(column);
        return array == null
                ? List.of()
                : Arrays.stream((UUID[]) array.getArray()).map(type).toList();
    }

    /** A list of texts. */
    public static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }

    /** A moment. */
    public static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    /** A moment that may not have come. */
    public static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
        var found = row.getObject(column, OffsetDateTime.class);
        return found == null ? null : found.toInstant();
    }

    /** A list of moments. */
    public static List<Instant> instants(ResultSet row, String column) throws SQLException {
        return Arrays.stream((Timestamp[]) row.getArray(column).getArray())
                .map(Timestamp::toInstant)
                .toList();
    }

    /** A day. */
    public static LocalDate day(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    /** A day that may not be known. */
    public static @Nullable LocalDate dayOrNull(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    /** One of an enum's constants, or null. */
    public static <E extends Enum<E>> @Nullable E codeOrNull(ResultSet row, String column, Class<E> type)
            throws SQLException {
        var name = row.getString(column);
        return name == null ? null : Enum.valueOf(type, name);
    }

    /** The bare ids, for {@code = any (?)} and {@code unnest}. */
    public static UUID[] uuids(Collection<? extends Id> ids) {
        return ids.stream().map(Id::value).toArray(UUID[]::new);
    }

    /** Days as text, for {@code ?::date[]}. */
    public static String[] days(Collection<? extends @Nullable LocalDate> days) {
        return days.stream().map(day -> day == null ? null : day.toString()).toArray(String[]::new);
    }
}
