package org.stepwell.enrollment.reporting;

import java.util.HashSet;
import java.util.stream.Stream;
import org.stepwell.enrollment.reporting.TedsField.Ask;
import org.stepwell.enrollment.reporting.TedsField.Code;

/** What a table of codes must keep, each with a sentence for whoever wrote the file. */
final class CodeTableCheck {

    private CodeTableCheck() {}

    static void codes(String file, TedsField field) {
        if (field.codes().isEmpty()) {
            throw new BrokenTable(file, "the field %s has no codes".formatted(field.name()));
        }
        var known = new HashSet<Integer>();
        for (var code : field.codes()) {
            if (!known.add(code.code())) {
                throw new BrokenTable(file, "the field %s has the code %d twice".formatted(field.name(), code.code()));
            }
            bounds(file, field, code);
        }
    }

    private static void bounds(String file, TedsField field, Code code) {
        var from = code.from();
        var to = code.to();
        if ((from == null) != (to == null) || (from == null && field.ask() == Ask.COUNT)) {
            throw new BrokenTable(
                    file,
                    "the code %d of %s says from where and to where it goes".formatted(code.code(), field.name()));
        }
        if (from == null || to == null) {
            return;
        }
        boolean overlaps = field.codes().stream()
                .filter(other -> other.code() != code.code())
                .anyMatch(other -> other.stands(from) || other.stands(to));
        if (from > to || overlaps) {
            throw new BrokenTable(
                    file,
                    "the code %d of %s goes from %d to %d, which ends before it begins or is another code's too"
                            .formatted(code.code(), field.name(), from, to));
        }
    }

    static void condition(String file, TedsField field, CodeTable table) {
        var condition = field.condition();
        if (condition == null) {
            return;
        }
        var other = table.find(condition.field())
                .orElseThrow(() -> new BrokenTable(
                        file, "%s depends on %s, which is no field".formatted(field.name(), condition.field())));
        Stream.concat(condition.is().stream(), condition.isNot().stream())
                .filter(code -> other.codes().stream().noneMatch(known -> known.code() == code))
                .findFirst()
                .ifPresent(code -> {
                    throw new BrokenTable(
                            file,
                            "%s depends on %s=%d, which is no code of it".formatted(field.name(), other.name(), code));
                });
    }
}
