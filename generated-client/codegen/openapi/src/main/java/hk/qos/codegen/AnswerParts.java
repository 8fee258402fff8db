package hk.qos.codegen;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An answer with fields beside its data: the envelope's payload is a record of its own, with the data and these fields.
 *
 * @param answerName the record
 * @param status the field with the status
 * @param data the field with the data, as the document has it
 * @param beside the other fields
 */
record AnswerParts(String answerName, Field status, Field data, List<Field> beside) {
    /** The parts of an answer; null if it has only status and data. */
    static @Nullable AnswerParts of(String schema, List<Field> fields, String status, String data) {
        List<Field> beside = fields.stream()
                .filter(field -> !field.wire().equals(status) && !field.wire().equals(data))
                .toList();
        for (Field field : beside) {
            if (field.required()) {
                throw new DocumentException(
                        schema + "." + field.wire(), "a refusal has no such field: do not require it");
            }
        }
        return beside.isEmpty()
                ? null
                : new AnswerParts(
                        schema.replaceAll("Reply$", "") + "Answer", of(fields, status), of(fields, data), beside);
    }

    private static Field of(List<Field> fields, String wire) {
        return fields.stream()
                .filter(field -> field.wire().equals(wire))
                .findFirst()
                .orElseThrow();
    }

    JavaType type() {
        return new JavaType.Named(answerName, JavaType.Named.Kind.RECORD);
    }

    /** The components of the envelope. */
    List<Field> envelope() {
        return List.of(status, data.of(type(), false));
    }

    /** The components of the record. */
    List<Field> parts() {
        List<Field> parts = new ArrayList<>();
        parts.add(data.of(data.type(), true));
        parts.addAll(beside);
        return parts;
    }

    /** All fields on the wire, in the order of reading. */
    List<RecordModel.Indexed> read() {
        List<Field> all = new ArrayList<>(List.of(status, data));
        all.addAll(beside);
        List<RecordModel.Indexed> read = new ArrayList<>();
        all.forEach(field -> read.add(new RecordModel.Indexed(read.size(), field)));
        return read;
    }

    String readWireNames() {
        List<String> names =
                read().stream().map(each -> '"' + each.field().wire() + '"').toList();
        return Arguments.lay(names, "            JsonReader.Options.of(".length(), ");");
    }

    /** The data of an answer without data; null if data is required. */
    @Nullable
    String noData() {
        if (data.type() instanceof JavaType.ResultsOf) {
            return "Results.empty()";
        }
        return data.type() instanceof JavaType.ResultsMapOf ? "ResultsMap.empty()" : null;
    }

    /** The condition under which an answer has no payload. */
    String absence() {
        String absence = "data == null";
        return noData() == null
                ? absence
                : absence
                        + beside.stream()
                                .map(field -> " && " + field.name() + " == null")
                                .collect(Collectors.joining());
    }

    /** The arguments of the record's constructor after reading. */
    String readArguments() {
        List<String> arguments = new ArrayList<>();
        arguments.add(noData() == null ? "data" : "data == null ? " + noData() + " : data");
        beside.forEach(field -> arguments.add(
                field.emptyIfAbsent()
                        ? field.name() + " == null ? " + field.absent() + " : " + field.name()
                        : field.name()));
        return String.join(", ", arguments);
    }

    /** The record of an answer without data; null if data is required. */
    @Nullable
    String none() {
        return noData() == null
                ? null
                : "new " + answerName + "(" + noData()
                        + beside.stream().map(field -> ", " + field.absent()).collect(Collectors.joining()) + ")";
    }

    /** The function that applies another to the data alone. */
    String within(String finish) {
        return "answered -> new " + answerName + "(Missing.applied(" + finish + ", answered.data())"
                + beside.stream()
                        .map(field -> ", answered." + field.name() + "()")
                        .collect(Collectors.joining())
                + ")";
    }
}
