package hk.qos.simulator.answer;

import hk.qos.simulator.access.Keys;
import hk.qos.simulator.settings.Plan;
import hk.qos.simulator.spec.HttpInterface;
import hk.qos.simulator.spec.HttpInterfaces;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Issues keys and describes their permissions: the plan's limits for every interface of the documents. */
final class Registrations {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.nnnnnnnnnXXX").withZone(ZoneOffset.ofHours(8));

    private final Keys keys;
    private final Plan plan;
    private final HttpInterfaces interfaces;

    Registrations(Keys keys, Plan plan, HttpInterfaces interfaces) {
        this.keys = keys;
        this.plan = plan;
        this.interfaces = interfaces;
    }

    JsonNode register(Query query) {
        OffsetDateTime now = Instant.ofEpochMilli(query.millis()).atOffset(ZoneOffset.ofHours(8));
        ObjectNode registration = JsonNodeFactory.instance.objectNode();
        registration.put("key", keys.issue());
        registration.set("email", query.request().path("email"));
        registration.put("created_at", TIME.format(now));
        registration.put("expires_at", TIME.format(now.plusYears(1)));
        ObjectNode permission = registration.putObject("permission");
        for (HttpInterface http : interfaces.all()) {
            if (http.permission() != null) {
                limits(permission, http.permission());
            }
        }
        limits(permission, "ws").put("max_connections", plan.connections());
        return registration;
    }

    private ObjectNode limits(ObjectNode permission, String name) {
        return permission
                .putObject(name)
                .put("product_count", plan.instruments())
                .put("request_frequency", plan.requestsPerMinute());
    }
}
