package org.stepwell.enrollment.reporting;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a state wants the codes: with so many digits, with its own code where a public-use one is another there, with the days,
 * years and times themselves or bands of its own where it wants them finer, and with a code for each way of missing. Only what
 * differs is listed.
 */
final class StateTable {

    private static final int DIGITS_MAX = 4;

    private final String name;
    private final int digits;
    private final Missing missing;
    private final Map<String, StateCodes> codes = new HashMap<>();

    private StateTable(Text text) {
        this.name = text.name();
        this.digits = text.digits();
        this.missing = text.missing();
    }

    /** Not asked of this person, asked and not known, not asked of anybody. */
    record Missing(String notApplicable, String unknown, String notCollected) {}

    private record Text(String name, String source, int digits, Missing missing, List<Block> fields) {}

    private record Block(List<String> names, @Nullable Boolean asAnswered, List<StateCodes.Pair> codes) {}

    static StateTable read(String file, String json, CodeTable known) {
        var text = text(file, json);
        if (text.digits() < 1 || text.digits() > DIGITS_MAX) {
            throw new BrokenTable(file, "codes have 1 to %d digits (not %d)".formatted(DIGITS_MAX, text.digits()));
        }
        var table = new StateTable(text);
        for (var block : text.fields()) {
            for (var field : block.names()) {
                table.add(file, field, block, known);
            }
        }
        return table;
    }

    private static Text text(String file, String json) {
        try {
            return CodeTable.JSON.readValue(json, Text.class);
        } catch (JsonProcessingException e) {
            throw new BrokenTable(file, "it is no table of a state's codes: " + e.getOriginalMessage());
        }
    }

    private void add(String file, String name, Block block, CodeTable known) {
        var field = known.find(name)
                .orElseThrow(() -> new BrokenTable(file, "%s is no field of the public-use table".formatted(name)));
        var own = StateCodes.of(file, field, block.codes(), Boolean.TRUE.equals(block.asAnswered()), digits);
        if (codes.put(name, own) != null) {
            throw new BrokenTable(file, "the field %s stands there twice".formatted(name));
        }
    }

    String name() {
        return name;
    }

    /** The state's code of what these answers say. */
    String code(TedsField field, TedsAnswers answers) {
        int detail = answers.of(field.name());
        var of = codes.get(field.name());
        var own = of == null || detail == TedsAnswers.UNKNOWN ? null : of.of(field.code(answers), detail, digits);
        if (own != null) {
            return own;
        }
        int code = field.code(answers);
        if (code != TedsAnswers.UNKNOWN) {
            return StateCodes.padded(code, digits);
        }
        if (!field.applies(answers)) {
            return missing.notApplicable();
        }
        return field.isAsked() && !answers.asked(field.name()) ? missing.notCollected() : missing.unknown();
    }
}
