package org.stepwell.enrollment.reporting;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Where an extract is written to, line by line as it is read. */
public interface Lines extends AutoCloseable {

    String CSV = "text/csv";

    /** A JSON object on each line (jsonlines.org): can be read while it still comes. */
    String JSON_LINES = "application/jsonl";

    /** Writes one record's values, in the order of the columns. */
    void line(List<?> values) throws IOException;

    @Override
    void close() throws IOException;

    /** A form in which an extract leaves. */
    enum Format {
        CSV(Lines.CSV + ";charset=UTF-8"),
        JSON_LINES(Lines.JSON_LINES);

        private final String mediaType;

        Format(String mediaType) {
            this.mediaType = mediaType;
        }

        /** How it is called on the wire. */
        public String mediaType() {
            return mediaType;
        }

        /** Begins to write. */
        public Lines open(OutputStream out, List<String> columns) throws IOException {
            return switch (this) {
                case CSV -> {
                    var lines = new OfCsv(new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8)));
                    lines.line(columns);
                    yield lines;
                }
                case JSON_LINES -> new OfJson(CodeTable.JSON.createGenerator(out), columns);
            };
        }
    }

    /** The first line names the columns. */
    record OfCsv(Writer writer) implements Lines {

        @Override
        public void line(List<?> values) throws IOException {
            writer.write(Csv.line(values));
        }

        @Override
        public void close() throws IOException {
            writer.close();
        }
    }

    /** An object on each line, with the columns as its fields. */
    final class OfJson implements Lines {

        private final JsonGenerator json;
        private final List<String> columns;

        OfJson(JsonGenerator json, List<String> columns) {
            this.json = json.setPrettyPrinter(new MinimalPrettyPrinter("\n"));
            this.columns = columns;
        }

        @Override
        public void line(List<?> values) throws IOException {
            json.writeStartObject();
            for (int i = 0; i < columns.size(); i++) {
                json.writeObjectField(columns.get(i), values.get(i));
            }
            json.writeEndObject();
        }

        @Override
        public void close() throws IOException {
            json.close();
        }
    }
}
