package org.stepwell.enrollment.reporting;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A state's codes of one field: other names for public-use codes, or codes of its own for the days, years and times that are
 * behind them. A file that would tell some numbers in the state's codes and others in public-use ones is refused.
 */
final class StateCodes {

    private final Map<Integer, String> names = new HashMap<>();
    private final List<Pair> bands;
    private final boolean asAnswered;

    private StateCodes(List<Pair> bands, boolean asAnswered) {
        this.bands = bands;
        this.asAnswered = asAnswered;
    }

    /** What the state calls a public-use code, or the numbers from one to another. */
    record Pair(
            @Nullable Integer code,
            @Nullable Integer from,
            @Nullable Integer to,
            String state) {

        boolean isBand() {
            return from != null && to != null;
        }

        boolean stands(int detail) {
            return from != null && to != null && detail >= from && detail <= to;
        }
    }

    /**
     * Those of a block.
     *
     * @param asAnswered whether numbers of no band are told as they are, with the state's digits
     */
    static StateCodes of(String file, TedsField field, List<Pair> pairs, boolean asAnswered, int digits) {
        var bands = pairs.stream().filter(Pair::isBand).toList();
        var codes = new StateCodes(bands, asAnswered);
        for (var pair : pairs) {
            if ((pair.code() == null) != pair.isBand()) {
                throw new BrokenTable(file, "%s has a pair of no code, or of half a band".formatted(field.name()));
            }
        }
        if (asAnswered || !bands.isEmpty()) {
            codes.bandsMustFit(file, field, bands.size() < pairs.size(), digits);
        } else {
            pairs.forEach(pair -> codes.name(file, field, Objects.requireNonNull(pair.code()), pair.state()));
        }
        return codes;
    }

    private void name(String file, TedsField field, int code, String state) {
        if (field.codes().stream().noneMatch(known -> known.code() == code)) {
            throw new BrokenTable(file, "%d is no public-use code of %s".formatted(code, field.name()));
        }
        if (names.put(code, state) != null) {
            throw new BrokenTable(file, "%s has the code %d twice".formatted(field.name(), code));
        }
    }

    private void bandsMustFit(String file, TedsField field, boolean alsoNames, int digits) {
        if (!field.hasNumbers()) {
            throw new BrokenTable(file, "%s is answered by a code; it has no numbers".formatted(field.name()));
        }
        if (alsoNames) {
            throw new BrokenTable(file, "%s is told by codes or by numbers, not by both".formatted(field.name()));
        }
        bands.forEach(band -> {
            if (bands.stream().filter(other -> other.stands(from(band))).count() != 1) {
                throw new BrokenTable(
                        file,
                        "%s from %d on ends before it begins, or is told twice".formatted(field.name(), band.from()));
            }
        });
        numbers(field)
                .filter(number -> bands.stream().noneMatch(band -> band.stands(number)))
                .filter(number -> !asAnswered || !padded(number, digits).matches("[0-9]{%d}".formatted(digits)))
                .findFirst()
                .ifPresent(number -> {
                    throw new BrokenTable(
                            file, "%s has no code of %d digits for %d".formatted(field.name(), digits, number));
                });
    }

    private static int from(Pair band) {
        return Objects.requireNonNull(band.from());
    }

    /** All that may be answered. */
    private static IntStream numbers(TedsField field) {
        return field.codes().stream()
                .flatMapToInt(code ->
                        IntStream.rangeClosed(Objects.requireNonNull(code.from()), Objects.requireNonNull(code.to())));
    }

    /** The state's code of an answer; nothing where it has none of its own. */
    @Nullable
    String of(int publicUse, int detail, int digits) {
        return bands.stream()
                .filter(band -> band.stands(detail))
                .map(Pair::state)
                .findFirst()
                .orElseGet(() -> asAnswered ? padded(detail, digits) : names.get(publicUse));
    }

    static String padded(int number, int digits) {
        return "%%0%dd".formatted(digits).formatted(number);
    }
}
