package hk.qos.simulator.server;

import hk.qos.simulator.access.Keys;
import hk.qos.simulator.access.RequestRates;
import hk.qos.simulator.answer.Answers;
import hk.qos.simulator.fault.FaultSchedule;
import hk.qos.simulator.observe.Observations;
import hk.qos.simulator.settings.Settings;
import hk.qos.simulator.spec.Api;

/**
 * The shared objects of all handlers.
 *
 * @param settings the user's settings
 * @param api the parsed documents
 * @param answers the payloads
 * @param keys the accepted API keys
 * @param rates the request rates
 * @param faults the scheduled faults
 * @param observations records what is received
 * @param connections the stream's connections
 */
public record ServerContext(
        Settings settings,
        Api api,
        Answers answers,
        Keys keys,
        RequestRates rates,
        FaultSchedule faults,
        Observations observations,
        Connections connections) {}
