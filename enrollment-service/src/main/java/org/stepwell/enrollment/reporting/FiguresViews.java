package org.stepwell.enrollment.reporting;

import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Figures as they are shown, in JSON or as a spreadsheet. */
final class FiguresViews {

    private FiguresViews() {}

    @Schema(name = "Census")
    record CensusView(List<Figures.CensusLine> items) implements FiguresTable {
        @Override
        public List<String> columns() {
            return List.of("day", "program", "track", "people");
        }

        @Override
        public Stream<List<@Nullable Object>> rows() {
            return items.stream()
                    .map(line -> FiguresTable.row(line.day(), line.program(), line.track(), line.people()));
        }
    }

    @Schema(name = "DaysTaken")
    record DaysView(List<Figures.DaysLine> items) implements FiguresTable {
        @Override
        public List<String> columns() {
            return List.of("program", "track", "people", "mean", "median", "ninetiethPercentile");
        }

        @Override
        public Stream<List<@Nullable Object>> rows() {
            return items.stream()
                    .map(line -> FiguresTable.row(
                            line.program(),
                            line.track(),
                            line.people(),
                            line.mean(),
                            line.median(),
                            line.ninetiethPercentile()));
        }
    }

    @Schema(name = "Completion")
    record CompletionView(List<Figures.CompletionLine> items) implements FiguresTable {
        @Override
        public List<String> columns() {
            return List.of("program", "track", "people", "completed", "percent");
        }

        @Override
        public Stream<List<@Nullable Object>> rows() {
            return items.stream()
                    .map(line -> FiguresTable.row(
                            line.program(), line.track(), line.people(), line.completed(), line.percent()));
        }
    }

    /** The retention stands in the spreadsheet of the stays. */
    @Schema(name = "Outcomes")
    record OutcomesView(List<Change.View> items, List<Figures.DaysLine> retention) implements FiguresTable {
        @Override
        public List<String> columns() {
            return List.of("outcome", "table", "people", "imputed", "admissionPercent", "dischargePercent", "change");
        }

        @Override
        public Stream<List<@Nullable Object>> rows() {
            return items.stream()
                    .map(line -> FiguresTable.row(
                            line.outcome(),
                            line.table(),
                            line.people(),
                            line.imputed(),
                            line.admissionPercent(),
                            line.dischargePercent(),
                            line.change()));
        }
    }
}
