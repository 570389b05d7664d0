package org.stepwell.enrollment.reporting;

import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Objects;

/** Writes figures for whoever asks for CSV, line by line. */
@Provider
@Produces(Lines.CSV)
class FiguresCsv implements MessageBodyWriter<FiguresTable> {

    @Override
    public boolean isWriteable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return FiguresTable.class.isAssignableFrom(type);
    }

    @Override
    public void writeTo(
            FiguresTable figures,
            Class<?> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, Object> headers,
            OutputStream out)
            throws IOException {
        try (var lines = Lines.Format.CSV.open(out, figures.columns())) {
            for (var row : figures.rows().toList()) {
                lines.line(row.stream().map(cell -> Objects.toString(cell, "")).toList());
            }
        }
    }
}
