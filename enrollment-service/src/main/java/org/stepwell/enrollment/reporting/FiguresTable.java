package org.stepwell.enrollment.reporting;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Figures as lines of a spreadsheet, by the names they have in JSON; a figure that is kept from others is an empty cell. */
interface FiguresTable {

    List<String> columns();

    /** Each in the order of the columns. */
    Stream<List<@Nullable Object>> rows();

    static List<@Nullable Object> row(@Nullable Object... cells) {
        return Arrays.asList(cells);
    }
}
