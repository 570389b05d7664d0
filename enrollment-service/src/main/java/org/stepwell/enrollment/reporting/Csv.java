package org.stepwell.enrollment.reporting;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Lines of comma-separated values, RFC 4180, which a spreadsheet shows and never runs. */
final class Csv {

    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");
    private static final String FORMULA_BEGINS = "=+-@\t\r";

    private Csv() {}

    static String line(List<?> values) {
        return values.stream().map(String::valueOf).map(Csv::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String cell(String value) {
        var harmless = beginsFormula(value) ? "'" + value : value;
        boolean quoted = harmless.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r' || c == ';');
        return quoted || !harmless.equals(value) ? "\"" + harmless.replace("\"", "\"\"") + "\"" : harmless;
    }

    private static boolean beginsFormula(String value) {
        return !value.isEmpty()
                && FORMULA_BEGINS.indexOf(value.charAt(0)) >= 0
                && !NUMBER.matcher(value).matches();
    }
}
