/** An application that names one module of the SDK. */
module example.modular {
    requires hk.qos.client;
}
