package org.stepwell.enrollment.ledger;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.stepwell.contracts.code.DataCategory;

/** A patient's accounting of disclosures as a page to print. No name of the patient is on it: it may be left on a desk. */
final class PrintedLedger {

    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("MMMM d, uuuu, h:mm a", Locale.US);

    private static final String HEAD = """
            <!DOCTYPE html>
            <html lang="en">
            <head><meta charset="utf-8"><title>Accounting of disclosures</title></head>
            <body>
            <h1>Accounting of disclosures</h1>
            <p>Whom we told what, and what we refused to tell (42 CFR 2.25). Oldest first.
            If something here surprises you, ask our privacy officer.</p>
            """;

    private static final String NOBODY = "<p>Nobody has been told anything, and nobody has asked.</p>\n";

    private static final String COLUMNS = """
            <table border="1" cellpadding="6">
            <thead><tr><th>When</th><th>To whom</th><th>What</th><th>Why</th><th>How</th><th>Answer</th></tr></thead>
            <tbody>
            """;

    private final ZoneId zone;

    PrintedLedger(ZoneId zone) {
        this.zone = zone;
    }

    /**
     * Writes the page as the entries are read, however many they are.
     *
     * @param entries the next of them each time, oldest first; at the end, none
     */
    void write(OutputStream out, Supplier<List<Ledger.Entry>> entries) throws IOException {
        var writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        writer.write(HEAD);
        var page = entries.get();
        if (page.isEmpty()) {
            writer.write(NOBODY);
        } else {
            table(writer, page, entries);
        }
        writer.write("</body>\n</html>\n");
        writer.flush();
    }

    private void table(Writer writer, List<Ledger.Entry> first, Supplier<List<Ledger.Entry>> entries)
            throws IOException {
        writer.write(COLUMNS);
        for (var page = first; !page.isEmpty(); page = entries.get()) {
            for (var entry : page) {
                writer.write(row(entry));
            }
        }
        writer.write("</tbody>\n</table>\n");
    }

    private String row(Ledger.Entry entry) {
        var name = entry.recipientName();
        var address = entry.recipientAddress();
        var kind = words(entry.recipientKind().name());
        return "<tr><td>%s</td><td>%s</td><td>%s</td><td>%s</td><td>%s</td><td>%s</td></tr>\n"
                .formatted(
                        WHEN.format(entry.at().atZone(zone)),
                        escaped((name == null ? kind : "%s (%s)".formatted(name, kind))
                                + (address == null ? "" : ", " + address)),
                        entry.categories().stream()
                                .map(DataCategory::name)
                                .map(PrintedLedger::words)
                                .collect(Collectors.joining(", ")),
                        words(entry.purpose().name()),
                        words(entry.channel().name()),
                        answer(entry));
    }

    private static String answer(Ledger.Entry entry) {
        return entry.permitted() ? "told, by right of: " + words(entry.basis().name()) : "refused";
    }

    private static String words(String code) {
        return code.toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
