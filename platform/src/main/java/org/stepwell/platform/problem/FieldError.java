package org.stepwell.platform.problem;

/** What is wrong with one field: a JSON Pointer (RFC 6901) into the body, or the name of a parameter, and advice. */
public record FieldError(String pointer, String detail) {}
